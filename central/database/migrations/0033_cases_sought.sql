-- Cases by whatever a client on the telephone has of them: any of their numbers, their client, who worked on them.
-- Each function stands by itself: an index is made with nothing of this schema in its path.
CREATE FUNCTION "case_numbers"(paper jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(DISTINCT plain), '{}'::text[])
	FROM jsonb_array_elements_text(
		jsonb_build_array(paper -> 'rma')
		|| coalesce(paper -> 'trackingNumbers', '[]'::jsonb)
		|| coalesce(paper -> 'ssccs', '[]'::jsonb)) AS written,
		regexp_replace(upper(normalize(written, NFKC) COLLATE "C"), '[^0-9A-Z]', '', 'g') AS plain
	WHERE plain <> ''
$$;
--> statement-breakpoint
CREATE FUNCTION "order_line_numbers"(line jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(DISTINCT plain), '{}'::text[])
	FROM jsonb_array_elements_text(
		jsonb_build_array(line -> 'orderNumber', line #> '{article,number}')
		|| coalesce(line -> 'serials', '[]'::jsonb)) AS written,
		regexp_replace(upper(normalize(written, NFKC) COLLATE "C"), '[^0-9A-Z]', '', 'g') AS plain
	WHERE plain <> ''
$$;
--> statement-breakpoint
CREATE INDEX "documents_case_numbers" ON "documents" USING gin (case_numbers("body")) WHERE "documents"."collection" = 'cases';
--> statement-breakpoint
CREATE INDEX "documents_line_numbers" ON "documents" USING gin (order_line_numbers("body")) WHERE "documents"."collection" = 'orderLines';
--> statement-breakpoint
CREATE INDEX "documents_case_client" ON "documents" USING btree (("body" ->> 'clientId'), ("body" ->> 'expectedOn') DESC NULLS LAST) WHERE "documents"."collection" = 'cases';
--> statement-breakpoint
CREATE INDEX "case_hands_by_person" ON "case_hands" USING btree ("person_id");
