-- A case is bounded in bytes too: who decides about it reads it whole.
ALTER TABLE "fact_tallies" ADD COLUMN "bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "fact_tallies" AS tally SET bytes = counted.bytes
FROM (
	SELECT coalesce(case_id, arrival_id) AS place, sum(octet_length(body::text))::bigint AS bytes FROM "facts"
	WHERE coalesce(case_id, arrival_id) IS NOT NULL GROUP BY 1) AS counted
WHERE tally.place = counted.place AND tally.unit_group_id = '';--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	undone record;
	counted record;
BEGIN
	INSERT INTO fact_tallies AS tally (place, facts, bytes)
	SELECT coalesce(case_id, arrival_id), count(*), sum(octet_length(body::text)) FROM fresh
	WHERE coalesce(case_id, arrival_id) IS NOT NULL GROUP BY 1 ORDER BY 1
	ON CONFLICT (place, unit_group_id) DO UPDATE
	SET facts = tally.facts + excluded.facts, bytes = tally.bytes + excluded.bytes;

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
END $$;
