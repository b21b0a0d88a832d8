-- Who said the newest of a record: two administrators may have one name.
ALTER TABLE "office_records" ADD COLUMN "changed_by_id" text;
