CREATE TABLE "open_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"station_id" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station_usage" (
	"station_id" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"command_bytes" bigint DEFAULT 0 NOT NULL,
	"photo_bytes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "station_usage_station_id_hour_pk" PRIMARY KEY("station_id","hour")
);
--> statement-breakpoint
CREATE INDEX "open_uploads_by_station" ON "open_uploads" USING btree ("station_id");--> statement-breakpoint
INSERT INTO "station_usage" SELECT "station_id", 'epoch', sum(octet_length("envelope")), 0 FROM "commands" GROUP BY "station_id";
