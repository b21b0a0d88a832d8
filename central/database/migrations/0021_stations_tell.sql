-- What each station says of itself when it asks: its version, and the last number it sealed.
ALTER TABLE "stations" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "sealed" bigint;
