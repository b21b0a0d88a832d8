CREATE TABLE "station_gaps" (
	"station_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"behind" bigint NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"stepped_over_at" timestamp with time zone,
	"stepped_over_by" text,
	CONSTRAINT "station_gaps_station_id_sequence_pk" PRIMARY KEY("station_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "station_gaps" ADD CONSTRAINT "station_gaps_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;