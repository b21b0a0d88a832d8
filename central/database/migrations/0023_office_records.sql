-- What a company says of itself: the newest of each record, everything that was said, and whose a number is.
CREATE TABLE "office_records" (
	"kind" text NOT NULL,
	"own_id" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"body" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "office_records_kind_own_id_pk" PRIMARY KEY("kind","own_id")
);
--> statement-breakpoint
CREATE TABLE "office_changes" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "office_changes_sequence_seq"),
	"kind" text NOT NULL,
	"own_id" text NOT NULL,
	"version" integer NOT NULL,
	"outcome" text NOT NULL,
	"state" text NOT NULL,
	"body" jsonb NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_claims" (
	"claim" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"own_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_answers" (
	"administrator_id" text NOT NULL,
	"key" text NOT NULL,
	"asked" text NOT NULL,
	"status" integer NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_answers_administrator_id_key_pk" PRIMARY KEY("administrator_id","key")
);
--> statement-breakpoint
CREATE INDEX "office_records_by_source" ON "office_records" USING btree ("kind","source");
--> statement-breakpoint
CREATE INDEX "office_changes_of_record" ON "office_changes" USING btree ("kind","own_id","version");
--> statement-breakpoint
CREATE INDEX "office_claims_of_record" ON "office_claims" USING btree ("kind","own_id");
--> statement-breakpoint
CREATE INDEX "office_answers_at" ON "office_answers" USING btree ("at");
--> statement-breakpoint
CREATE TRIGGER "office_changes_append_only" BEFORE UPDATE OR DELETE ON "office_changes" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
