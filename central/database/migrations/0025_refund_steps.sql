-- What was done about each refund since it was approved. What was asked for before is in the audit.
CREATE TABLE "refund_steps" (
	"refund_id" text NOT NULL,
	"number" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"by" text,
	"why" text,
	CONSTRAINT "refund_steps_refund_id_number_pk" PRIMARY KEY("refund_id","number")
);
--> statement-breakpoint
ALTER TABLE "refund_steps" ADD CONSTRAINT "refund_steps_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO "refund_steps" ("refund_id", "number", "step", "at", "last_at", "by", "why")
	SELECT "object", row_number() OVER (PARTITION BY "object" ORDER BY "sequence"), 'askedToSend', "audit"."at", "audit"."at",
		regexp_replace("actor", '^admin: ', ''), "detail" ->> 'why'
	FROM "audit" JOIN "refunds" ON "refunds"."id" = "audit"."object" WHERE "verb" = 'send refund again';
--> statement-breakpoint
CREATE INDEX "refunds_newest" ON "refunds" USING btree ("approved_at","id");
--> statement-breakpoint
CREATE INDEX "refunds_of_state" ON "refunds" USING btree ("state","approved_at","id");
