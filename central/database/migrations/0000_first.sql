CREATE SEQUENCE "public"."change_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"object" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "case_hands" (
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"hand" text NOT NULL,
	CONSTRAINT "case_hands_case_id_person_id_pk" PRIMARY KEY("case_id","person_id"),
	CONSTRAINT "case_hands_hand" UNIQUE("case_id","person_id","hand"),
	CONSTRAINT "case_hands_kinds" CHECK ("case_hands"."hand" in ('touched', 'decided'))
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"site_id" text NOT NULL,
	"collection" text NOT NULL,
	"id" text NOT NULL,
	"gone" boolean DEFAULT false NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"sequence" bigint DEFAULT nextval('change_sequence') NOT NULL,
	CONSTRAINT "changes_site_id_collection_id_pk" PRIMARY KEY("site_id","collection","id")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" text PRIMARY KEY NOT NULL,
	"station_id" text NOT NULL,
	"sequence" bigint,
	"content_hash" text NOT NULL,
	"status" text NOT NULL,
	"result" jsonb NOT NULL,
	"brings" text[] NOT NULL,
	"envelope" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_pins" (
	"person_id" text PRIMARY KEY NOT NULL,
	"pin" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"collection" text NOT NULL,
	"id" text NOT NULL,
	"site_ids" text[],
	"body" jsonb NOT NULL,
	CONSTRAINT "documents_collection_id_pk" PRIMARY KEY("collection","id")
);
--> statement-breakpoint
CREATE TABLE "enrolment_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"good_until" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"site_id" text NOT NULL,
	"case_id" text,
	"arrival_id" text,
	"person_id" text NOT NULL,
	"hand" text,
	"accepted_at" timestamp with time zone NOT NULL,
	"skew_ms" bigint NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "facts_decisions_have_hands" CHECK ("facts"."kind" <> 'verdictDecided' or ("facts"."hand" = 'decided' and "facts"."case_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_keys" (
	"person_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"wrapped_key" text NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"site_ids" text[]
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"verdict_id" text NOT NULL,
	"case_id" text NOT NULL,
	"site_id" text NOT NULL,
	"state" text NOT NULL,
	"granted" jsonb NOT NULL,
	"due_on" text,
	"approved_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"port" text,
	"claimed_until" timestamp with time zone,
	"look_ups" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "refunds_verdict_id_unique" UNIQUE("verdict_id"),
	CONSTRAINT "refunds_states" CHECK ("refunds"."state" in ('due', 'instructed', 'acknowledged', 'failed', 'unknown')),
	CONSTRAINT "refunds_due_not_started" CHECK ("refunds"."state" <> 'due' or "refunds"."started_at" is null)
);
--> statement-breakpoint
CREATE TABLE "station_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"station_id" text NOT NULL,
	"good_until" timestamp with time zone NOT NULL,
	"rotatable_until" timestamp with time zone NOT NULL,
	"replaces" text,
	"first_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"name" text NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_sequence" bigint DEFAULT 0 NOT NULL,
	"last_hash" text,
	"last_contact_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_hand" FOREIGN KEY ("case_id","person_id","hand") REFERENCES "public"."case_hands"("case_id","person_id","hand") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station_tokens" ADD CONSTRAINT "station_tokens_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_in_commit_order" ON "changes" USING btree ("site_id","xid","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "commands_station_sequence" ON "commands" USING btree ("station_id","sequence");--> statement-breakpoint
CREATE INDEX "commands_brings" ON "commands" USING gin ("brings") WHERE status in ('refused', 'quarantined');--> statement-breakpoint
CREATE INDEX "facts_by_case" ON "facts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "facts_by_arrival" ON "facts" USING btree ("arrival_id");--> statement-breakpoint
CREATE INDEX "refunds_by_case" ON "refunds" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("claimed_until") WHERE state in ('due', 'instructed', 'unknown');--> statement-breakpoint
CREATE INDEX "station_tokens_by_station" ON "station_tokens" USING btree ("station_id");--> statement-breakpoint
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "facts_append_only" BEFORE UPDATE OR DELETE ON "facts" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "case_hands_append_only" BEFORE UPDATE OR DELETE ON "case_hands" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
