CREATE TABLE "person_minutes" (
	"person_id" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"station_id" text NOT NULL,
	"site_id" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"through_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_minutes_person_id_minute_station_id_pk" PRIMARY KEY("person_id","minute","station_id")
);
--> statement-breakpoint
CREATE TABLE "two_stations" (
	"person_id" text NOT NULL,
	"day" text NOT NULL,
	"station_id" text NOT NULL,
	"other_station_id" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "two_stations_person_id_day_station_id_other_station_id_pk" PRIMARY KEY("person_id","day","station_id","other_station_id")
);
--> statement-breakpoint
CREATE INDEX "person_minutes_by_minute" ON "person_minutes" USING btree ("minute");
