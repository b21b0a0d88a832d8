ALTER TABLE "photos" ADD COLUMN "shown_sha256" text;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "cannot_be_shown" boolean DEFAULT false NOT NULL;
