-- Clients, contracts, order lines and precedents are for the sites with a case that draws on them.
WITH "papers" AS (
	SELECT "paper"."id", "paper"."body", "site" FROM "documents" AS "paper" CROSS JOIN unnest("paper"."site_ids") AS "site" WHERE "paper"."collection" = 'cases'
), "named" AS (
	SELECT 'clients' AS "collection", "body" ->> 'clientId' AS "id", "site" FROM "papers"
	UNION SELECT 'contracts', "contract"."id", "site" FROM "papers" JOIN "documents" AS "contract" ON "contract"."collection" = 'contracts' AND "contract"."body" ->> 'id' = "papers"."body" ->> 'contractId'
	UNION SELECT 'orderLines', "line" ->> 'orderLineId', "site" FROM "papers" CROSS JOIN jsonb_array_elements("papers"."body" -> 'lines') AS "line"
	UNION SELECT 'precedents', "precedent"."id", "site" FROM "papers" JOIN "documents" AS "precedent" ON "precedent"."collection" = 'precedents' AND "precedent"."body" ->> 'caseId' = "papers"."id"
), "scopes" AS (
	SELECT "collection", "id", array_agg(DISTINCT "site" ORDER BY "site") AS "sites" FROM "named" WHERE "id" IS NOT NULL GROUP BY "collection", "id"
)
UPDATE "documents" SET "site_ids" = "scopes"."sites" FROM "scopes"
	WHERE "documents"."collection" = "scopes"."collection" AND "documents"."id" = "scopes"."id" AND "documents"."site_ids" IS NULL;--> statement-breakpoint
UPDATE "documents" SET "site_ids" = '{}' WHERE "collection" IN ('clients', 'contracts', 'orderLines', 'precedents') AND "site_ids" IS NULL;--> statement-breakpoint
-- Sites that may see one have it already, in its place; the others are told that it is gone.
INSERT INTO "changes" ("site_id", "collection", "id", "gone", "xid", "sequence")
	SELECT "site", "change"."collection", "change"."id", false, "change"."xid", "change"."sequence"
	FROM "changes" AS "change" JOIN "documents" AS "paper" ON "paper"."collection" = "change"."collection" AND "paper"."id" = "change"."id"
	CROSS JOIN unnest("paper"."site_ids") AS "site"
	WHERE "change"."site_id" = '*' AND "change"."collection" IN ('clients', 'contracts', 'orderLines', 'precedents')
	ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "changes" ("site_id", "collection", "id", "gone")
	SELECT "site"."id", "change"."collection", "change"."id", true
	FROM "changes" AS "change" JOIN "documents" AS "paper" ON "paper"."collection" = "change"."collection" AND "paper"."id" = "change"."id"
	JOIN "documents" AS "site" ON "site"."collection" = 'sites' AND NOT "site"."id" = ANY("paper"."site_ids")
	WHERE "change"."site_id" = '*' AND "change"."collection" IN ('clients', 'contracts', 'orderLines', 'precedents')
	ON CONFLICT DO NOTHING;--> statement-breakpoint
DELETE FROM "changes" WHERE "site_id" = '*' AND "collection" IN ('clients', 'contracts', 'orderLines', 'precedents');
