-- What each record is found by, and which records it names. Filled at the first start after this.
ALTER TABLE "office_records" ADD COLUMN "found_by" "tsvector" DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX "office_records_found" ON "office_records" USING gin ("found_by") WITH (gin_pending_list_limit=256);
--> statement-breakpoint
CREATE INDEX "office_records_newest" ON "office_records" USING btree ("kind","changed_at","own_id");
