-- Who signs with what at which station; private keys are born there and stay.
CREATE TABLE "signing_keys" (
	"public_key" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"station_id" text,
	"since" timestamp with time zone,
	"vouched_by" jsonb NOT NULL,
	CONSTRAINT "signing_keys_once_a_station" UNIQUE("person_id","station_id")
);
--> statement-breakpoint
CREATE INDEX "signing_keys_by_person" ON "signing_keys" USING btree ("person_id");
--> statement-breakpoint
CREATE TABLE "joining_slips" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"issued_by" text NOT NULL,
	"good_until" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "pin_tries" (
	"person_id" text NOT NULL,
	"station_id" text NOT NULL,
	"made" integer NOT NULL,
	"cleared" integer NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pin_tries_person_id_station_id_pk" PRIMARY KEY("person_id","station_id")
);
--> statement-breakpoint
ALTER TABLE "retired_person_keys" ADD COLUMN "station_id" text;
