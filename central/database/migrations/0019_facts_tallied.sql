-- What one more fact costs must not grow with its case: how many facts there are where, and what was
-- counted of each group, is kept as they come; and what a finding or a photo names is found by an index.
CREATE TABLE "fact_tallies" (
	"place" text NOT NULL,
	"unit_group_id" text DEFAULT '' NOT NULL,
	"facts" integer NOT NULL,
	"quantity" numeric DEFAULT 0 NOT NULL,
	"first_id" text,
	CONSTRAINT "fact_tallies_place_unit_group_id_pk" PRIMARY KEY("place","unit_group_id")
);
--> statement-breakpoint
DROP INDEX "facts_by_case";--> statement-breakpoint
CREATE INDEX "facts_by_case" ON "facts" USING btree ("case_id","kind","person_id");--> statement-breakpoint
CREATE INDEX "facts_counts_with_serials" ON "facts" USING btree ("case_id") WHERE "facts"."kind" = 'unitsCounted' and jsonb_array_length("body" -> 'serials') > 0;--> statement-breakpoint
CREATE INDEX "facts_corrections" ON "facts" USING btree (("body" ->> 'corrects')) WHERE "facts"."kind" = 'correction';--> statement-breakpoint
CREATE INDEX "facts_photos" ON "facts" USING btree (("body" ->> 'photoId')) WHERE "facts"."kind" = 'photoTaken';--> statement-breakpoint
CREATE INDEX "facts_findings" ON "facts" USING btree (("body" ->> 'findingId')) WHERE "facts"."kind" = 'finding';--> statement-breakpoint
INSERT INTO "fact_tallies" ("place", "facts")
SELECT coalesce(case_id, arrival_id), count(*) FROM "facts"
WHERE coalesce(case_id, arrival_id) IS NOT NULL GROUP BY 1;--> statement-breakpoint
INSERT INTO "fact_tallies" ("place", "unit_group_id", "facts", "quantity", "first_id")
SELECT case_id, body ->> 'unitGroupId', count(*), sum((body ->> 'quantity')::numeric), min(id) FROM "facts" AS counted
WHERE kind = 'unitsCounted' AND case_id IS NOT NULL AND jsonb_array_length(body -> 'serials') = 0
	AND NOT EXISTS (SELECT FROM "facts" AS undone WHERE undone.kind = 'correction' AND undone.body ->> 'corrects' = counted.id)
GROUP BY 1, 2;--> statement-breakpoint
CREATE FUNCTION "tally_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	undone record;
	counted record;
BEGIN
	INSERT INTO fact_tallies AS tally (place, facts)
	SELECT coalesce(case_id, arrival_id), count(*) FROM fresh
	WHERE coalesce(case_id, arrival_id) IS NOT NULL GROUP BY 1 ORDER BY 1
	ON CONFLICT (place, unit_group_id) DO UPDATE SET facts = tally.facts + excluded.facts;

	INSERT INTO fact_tallies AS tally (place, unit_group_id, facts, quantity, first_id)
	SELECT case_id, body ->> 'unitGroupId', count(*), sum((body ->> 'quantity')::numeric), min(id) FROM fresh
	WHERE kind = 'unitsCounted' AND case_id IS NOT NULL AND jsonb_array_length(body -> 'serials') = 0
	GROUP BY 1, 2 ORDER BY 1, 2
	ON CONFLICT (place, unit_group_id) DO UPDATE
	SET facts = tally.facts + excluded.facts, quantity = tally.quantity + excluded.quantity,
		first_id = coalesce(tally.first_id, excluded.first_id);

	-- A count taken back by several counts no more, once.
	FOR undone IN SELECT DISTINCT body ->> 'corrects' AS id FROM fresh WHERE kind = 'correction' LOOP
		SELECT case_id, body ->> 'unitGroupId' AS unit_group_id, (body ->> 'quantity')::numeric AS quantity INTO counted
		FROM facts WHERE id = undone.id AND kind = 'unitsCounted' AND case_id IS NOT NULL
			AND jsonb_array_length(body -> 'serials') = 0;
		CONTINUE WHEN NOT FOUND OR EXISTS (
			SELECT FROM facts AS other
			WHERE other.kind = 'correction' AND other.body ->> 'corrects' = undone.id
				AND other.id NOT IN (SELECT id FROM fresh WHERE kind = 'correction'));
		UPDATE fact_tallies AS tally SET facts = tally.facts - 1, quantity = tally.quantity - counted.quantity
		WHERE tally.place = counted.case_id AND tally.unit_group_id = counted.unit_group_id;
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "facts_are_tallied" AFTER INSERT ON "facts" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION "tally_facts"();
