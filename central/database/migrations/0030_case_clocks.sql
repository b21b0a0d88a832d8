-- Until when each case with goods here and no final decision is to be decided, worked out from the feed.
CREATE TABLE "case_clocks" (
	"case_id" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"due_on" text,
	"is_held" boolean NOT NULL,
	"looked_on" text
);
--> statement-breakpoint
CREATE INDEX "case_clocks_of_site" ON "case_clocks" USING btree ("site_id","due_on");
--> statement-breakpoint
CREATE TABLE "clock_cursors" (
	"site_id" text PRIMARY KEY NOT NULL,
	"xid" xid8 DEFAULT '0' NOT NULL,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "commands_not_applied" ON "commands" USING btree ("status","received_at") WHERE status <> 'applied';
--> statement-breakpoint
CREATE INDEX "facts_blind" ON "facts" USING btree ("accepted_at") WHERE kind = 'arrival' and case_id is null;
