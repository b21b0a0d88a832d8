CREATE TABLE "retired_person_keys" (
	"person_id" text NOT NULL,
	"public_key" text NOT NULL,
	"retired_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"person" jsonb NOT NULL,
	CONSTRAINT "retired_person_keys_person_id_public_key_pk" PRIMARY KEY("person_id","public_key"),
	CONSTRAINT "retired_person_keys_why" CHECK ("retired_person_keys"."why" in ('left', 'replaced', 'compromised'))
);
--> statement-breakpoint
ALTER TABLE "stations" ADD COLUMN "recorded_through" timestamp with time zone;