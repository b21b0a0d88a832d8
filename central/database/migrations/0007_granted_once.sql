CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "grants_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" text NOT NULL,
	"verdict_id" text NOT NULL,
	"site_id" text NOT NULL,
	"decision" text NOT NULL,
	"first_signer" text NOT NULL,
	"second_signer" text,
	"hand" text DEFAULT 'decided' NOT NULL,
	"refund_id" text,
	"legacy" boolean DEFAULT false NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "grants_refund_id_unique" UNIQUE("refund_id"),
	CONSTRAINT "grants_decisions" CHECK ("grants"."decision" in ('approve', 'decline', 'override') and "grants"."hand" = 'decided'),
	CONSTRAINT "grants_two_people" CHECK ("grants"."second_signer" <> "grants"."first_signer"),
	CONSTRAINT "grants_say_what_they_are" CHECK ("grants"."body" ->> 'id' = "grants"."id" and "grants"."body" ->> 'caseId' = "grants"."case_id"
        and "grants"."body" ->> 'verdictId' = "grants"."verdict_id" and "grants"."body" ->> 'decision' = "grants"."decision"
        and "grants"."body" -> 'signedBy' ->> 0 = "grants"."first_signer"
        and "grants"."body" -> 'signedBy' ->> 1 is not distinct from "grants"."second_signer"
        and "grants"."body" ->> 'refundId' is not distinct from "grants"."refund_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"grant_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"value" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"exchanged" bigint NOT NULL,
	CONSTRAINT "ledger_entries_grant_id_order_line_id_pk" PRIMARY KEY("grant_id","order_line_id"),
	CONSTRAINT "ledger_entries_only_add" CHECK ("ledger_entries"."quantity" >= 0 and "ledger_entries"."value" >= 0 and "ledger_entries"."paid" >= 0
        and "ledger_entries"."exchanged" between 0 and "ledger_entries"."value")
);
--> statement-breakpoint
CREATE TABLE "ledger_lines" (
	"order_line_id" text PRIMARY KEY NOT NULL,
	"invoiced" bigint NOT NULL,
	"shipped" bigint NOT NULL,
	"value" bigint DEFAULT 0 NOT NULL,
	"quantity" bigint DEFAULT 0 NOT NULL,
	"paid" bigint DEFAULT 0 NOT NULL,
	"exchanged" bigint DEFAULT 0 NOT NULL,
	"allowed_value" bigint DEFAULT 0 NOT NULL,
	"allowed_quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "ledger_lines_within_invoice" CHECK ("ledger_lines"."value" <= "ledger_lines"."invoiced" + "ledger_lines"."allowed_value"),
	CONSTRAINT "ledger_lines_within_shipment" CHECK ("ledger_lines"."quantity" <= "ledger_lines"."shipped" + "ledger_lines"."allowed_quantity"),
	CONSTRAINT "ledger_lines_pay_what_was_granted" CHECK ("ledger_lines"."paid" + "ledger_lines"."exchanged" <= "ledger_lines"."value")
);
--> statement-breakpoint
CREATE TABLE "verdict_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"fact_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_verdict_id_unique";--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "waits_for_photos" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_id_facts_id_fk" FOREIGN KEY ("id") REFERENCES "public"."facts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_first_hand" FOREIGN KEY ("case_id","first_signer","hand") REFERENCES "public"."case_hands"("case_id","person_id","hand") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_second_hand" FOREIGN KEY ("case_id","second_signer","hand") REFERENCES "public"."case_hands"("case_id","person_id","hand") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_by_case" ON "grants" USING btree ("case_id","sequence");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_line" ON "ledger_entries" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "refunds_by_verdict" ON "refunds" USING btree ("verdict_id");--> statement-breakpoint
CREATE INDEX "refunds_waiting" ON "refunds" USING btree ("id") WHERE state = 'due' and waits_for_photos <> '[]';--> statement-breakpoint
CREATE INDEX "documents_case_lines" ON "documents" USING gin (("body" -> 'lines') jsonb_path_ops) WHERE "documents"."collection" = 'cases';--> statement-breakpoint
CREATE FUNCTION "serials_of"(body jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(upper(btrim(serial, E' \t\n\r'))), '{}'::text[])
	FROM jsonb_array_elements_text(body -> 'serials') AS serial
$$;--> statement-breakpoint
CREATE INDEX "facts_serials" ON "facts" USING gin (serials_of("body")) WHERE "facts"."kind" = 'unitsCounted';--> statement-breakpoint
INSERT INTO "verdict_ids" SELECT DISTINCT ON (body ->> 'verdictId') body ->> 'verdictId', id FROM "facts" WHERE kind = 'inspectionFinished' ORDER BY body ->> 'verdictId', accepted_at, id;--> statement-breakpoint
INSERT INTO "meta" SELECT 'ledgerBackfilled', 'nothing was decided before' WHERE NOT EXISTS (SELECT FROM "facts");--> statement-breakpoint
CREATE FUNCTION "take_verdict_id"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO verdict_ids VALUES (NEW.body ->> 'verdictId', NEW.id);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "facts_verdict_ids" AFTER INSERT ON "facts" FOR EACH ROW WHEN (NEW.kind = 'inspectionFinished') EXECUTE FUNCTION "take_verdict_id"();--> statement-breakpoint
CREATE FUNCTION "invoiced_for"(paper jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(
		(paper #>> '{invoiced,net}')::numeric + (paper #>> '{invoiced,tax}')::numeric,
		round((paper ->> 'unitPrice')::numeric * round((paper ->> 'shippedQuantity')::numeric * 1000) / 1000)
	)::bigint
$$;--> statement-breakpoint
CREATE FUNCTION "shipped_for"(paper jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
	SELECT round((paper ->> 'shippedQuantity')::numeric * 1000)::bigint
$$;--> statement-breakpoint
CREATE FUNCTION "may_exceed"(which text) RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT legacy OR (decision = 'override' AND second_signer IS NOT NULL AND EXISTS (
		SELECT FROM facts AS other
		WHERE other.case_id = grants.case_id AND other.kind = 'verdictDecided' AND other.id <> grants.id
			AND other.person_id IN (first_signer, second_signer)
			AND other.person_id <> (SELECT person_id FROM facts WHERE facts.id = grants.id)
			AND other.body ->> 'verdictId' = verdict_id AND other.body ->> 'decision' = 'override'))
	FROM grants WHERE grants.id = which
$$;--> statement-breakpoint
CREATE FUNCTION "enter_in_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	paper jsonb;
	line ledger_lines%ROWTYPE;
	sums record;
	exceeds boolean;
BEGIN
	SELECT body INTO paper FROM documents WHERE collection = 'orderLines' AND id = NEW.order_line_id;
	IF paper IS NULL THEN
		RAISE EXCEPTION 'no order line %', NEW.order_line_id USING ERRCODE = 'foreign_key_violation';
	END IF;
	INSERT INTO ledger_lines (order_line_id, invoiced, shipped)
		VALUES (NEW.order_line_id, invoiced_for(paper), shipped_for(paper)) ON CONFLICT DO NOTHING;
	-- Whoever else enters on this line has done so when the lock is given; the sums are read after it.
	SELECT * INTO line FROM ledger_lines WHERE order_line_id = NEW.order_line_id FOR UPDATE;
	SELECT sum(value) AS value, sum(quantity) AS quantity, sum(paid) AS paid, sum(exchanged) AS exchanged
		INTO sums FROM ledger_entries WHERE order_line_id = NEW.order_line_id;
	exceeds := may_exceed(NEW.grant_id);
	-- An invoice written lower afterwards makes nothing wrong that was granted before.
	line.invoiced := greatest(invoiced_for(paper), least(line.invoiced, line.value));
	line.shipped := greatest(shipped_for(paper), least(line.shipped, line.quantity));
	UPDATE ledger_lines SET
		invoiced = line.invoiced, shipped = line.shipped,
		value = sums.value, quantity = sums.quantity, paid = sums.paid, exchanged = sums.exchanged,
		allowed_value = CASE WHEN exceeds THEN greatest(allowed_value,
			least(sums.value - line.invoiced, allowed_value + NEW.value)) ELSE allowed_value END,
		allowed_quantity = CASE WHEN exceeds THEN greatest(allowed_quantity,
			least(sums.quantity - line.shipped, allowed_quantity + NEW.quantity)) ELSE allowed_quantity END
	WHERE order_line_id = NEW.order_line_id;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "ledger_entries_are_summed" AFTER INSERT ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "enter_in_ledger"();--> statement-breakpoint
CREATE FUNCTION "refuse_untrue_line"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	sums record;
	paper jsonb;
BEGIN
	-- Raised by the trigger of an entry, and by nothing else.
	IF TG_OP = 'DELETE' OR pg_trigger_depth() < 2 THEN
		RAISE EXCEPTION 'ledger_lines follows ledger_entries' USING ERRCODE = 'restrict_violation';
	END IF;
	SELECT body INTO paper FROM documents WHERE collection = 'orderLines' AND id = NEW.order_line_id;
	IF TG_OP = 'INSERT' THEN
		IF (NEW.invoiced, NEW.shipped, NEW.value, NEW.quantity, NEW.paid, NEW.exchanged, NEW.allowed_value, NEW.allowed_quantity)
			IS DISTINCT FROM (invoiced_for(paper), shipped_for(paper), 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint) THEN
			RAISE EXCEPTION 'a ledger line begins with nothing' USING ERRCODE = 'restrict_violation';
		END IF;
		RETURN NEW;
	END IF;
	SELECT coalesce(sum(value), 0) AS value, coalesce(sum(quantity), 0) AS quantity, coalesce(sum(paid), 0) AS paid,
			coalesce(sum(exchanged), 0) AS exchanged,
			coalesce(sum(value) FILTER (WHERE may_exceed(grant_id)), 0) AS beyond_value,
			coalesce(sum(quantity) FILTER (WHERE may_exceed(grant_id)), 0) AS beyond_quantity
		INTO sums FROM ledger_entries WHERE order_line_id = OLD.order_line_id;
	IF NEW.order_line_id <> OLD.order_line_id
		OR NEW.value <> sums.value OR NEW.quantity <> sums.quantity OR NEW.paid <> sums.paid OR NEW.exchanged <> sums.exchanged
		OR NEW.allowed_value NOT BETWEEN OLD.allowed_value AND sums.beyond_value
		OR NEW.allowed_quantity NOT BETWEEN OLD.allowed_quantity AND sums.beyond_quantity
		OR NEW.invoiced <> greatest(invoiced_for(paper), least(OLD.invoiced, OLD.value))
		OR NEW.shipped <> greatest(shipped_for(paper), least(OLD.shipped, OLD.quantity)) THEN
		RAISE EXCEPTION 'ledger_lines follows ledger_entries' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "ledger_lines_are_true" BEFORE INSERT OR UPDATE OR DELETE ON "ledger_lines" FOR EACH ROW EXECUTE FUNCTION "refuse_untrue_line"();--> statement-breakpoint
CREATE FUNCTION "check_grant"(which text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	given grants%ROWTYPE;
	pays bigint;
BEGIN
	SELECT * INTO given FROM grants WHERE id = which;
	IF EXISTS (
		WITH said AS (
			SELECT one ->> 'orderLineId' AS order_line_id, round((one ->> 'quantity')::numeric * 1000)::bigint AS quantity,
				(one ->> 'value')::bigint AS value, (one ->> 'paid')::bigint AS paid,
				coalesce((one ->> 'exchanged')::bigint, 0) AS exchanged
			FROM jsonb_array_elements(given.body -> 'added') AS one
		), told AS (SELECT * FROM said WHERE quantity > 0 OR value > 0 OR paid > 0),
		entered AS (
			SELECT order_line_id, quantity, value, paid, exchanged FROM ledger_entries WHERE grant_id = which
		)
		(SELECT * FROM told EXCEPT SELECT * FROM entered) UNION ALL (SELECT * FROM entered EXCEPT SELECT * FROM told)
	) THEN
		RAISE EXCEPTION 'grant % is not what its entries say', which USING ERRCODE = 'check_violation';
	END IF;
	SELECT coalesce(sum(paid), 0) INTO pays FROM ledger_entries WHERE grant_id = which;
	IF (pays = 0) <> (given.refund_id IS NULL) OR pays > 0 AND NOT EXISTS (
		SELECT FROM refunds WHERE id = given.refund_id AND case_id = given.case_id AND verdict_id = given.verdict_id
			AND (granted ->> 'amount')::numeric = pays AND granted ->> 'currency' = given.body ->> 'currency'
	) THEN
		RAISE EXCEPTION 'grant % pays %, and no refund says so', which, pays USING ERRCODE = 'check_violation';
	END IF;
END
$$;--> statement-breakpoint
CREATE FUNCTION "check_new_grant"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM check_grant(NEW.id);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "grants_are_entered_and_paid" AFTER INSERT ON "grants" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_new_grant"();--> statement-breakpoint
CREATE FUNCTION "check_new_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM check_grant(NEW.grant_id);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "ledger_entries_are_granted" AFTER INSERT ON "ledger_entries" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_new_entry"();--> statement-breakpoint
CREATE FUNCTION "check_new_refund"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	by_grant text;
BEGIN
	SELECT id INTO by_grant FROM grants WHERE refund_id = NEW.id;
	IF by_grant IS NULL THEN
		RAISE EXCEPTION 'refund % was granted by nobody', NEW.id USING ERRCODE = 'check_violation';
	END IF;
	PERFORM check_grant(by_grant);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "refunds_are_granted" AFTER INSERT ON "refunds" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_new_refund"();--> statement-breakpoint
CREATE FUNCTION "refuse_other_refund"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR (NEW.id, NEW.verdict_id, NEW.case_id, NEW.site_id, NEW.granted, NEW.approved_at)
		IS DISTINCT FROM (OLD.id, OLD.verdict_id, OLD.case_id, OLD.site_id, OLD.granted, OLD.approved_at) THEN
		RAISE EXCEPTION 'what a refund grants never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "refunds_stay_what_they_grant" BEFORE UPDATE OR DELETE ON "refunds" FOR EACH ROW EXECUTE FUNCTION "refuse_other_refund"();--> statement-breakpoint
CREATE FUNCTION "refuse_late_legacy"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM meta WHERE key = 'ledgerBackfilled') THEN
		RAISE EXCEPTION 'what was decided before the ledger is entered' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "grants_legacy_is_over" BEFORE INSERT ON "grants" FOR EACH ROW WHEN (NEW.legacy) EXECUTE FUNCTION "refuse_late_legacy"();--> statement-breakpoint
CREATE TRIGGER "meta_ledger_begins_once" BEFORE UPDATE OR DELETE ON "meta" FOR EACH ROW WHEN (OLD.key = 'ledgerBackfilled') EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "grants_append_only" BEFORE UPDATE OR DELETE ON "grants" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "ledger_entries_append_only" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE TRIGGER "verdict_ids_append_only" BEFORE UPDATE OR DELETE ON "verdict_ids" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();--> statement-breakpoint
CREATE FUNCTION "refuse_emptying"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- A demo that is moving in may begin again from nothing.
	IF (SELECT value FROM meta WHERE key = 'demo') IS DISTINCT FROM 'movingIn' THEN
		RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "grants_not_emptied" BEFORE TRUNCATE ON "grants" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
CREATE TRIGGER "ledger_entries_not_emptied" BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
CREATE TRIGGER "ledger_lines_not_emptied" BEFORE TRUNCATE ON "ledger_lines" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
CREATE TRIGGER "refunds_not_emptied" BEFORE TRUNCATE ON "refunds" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();--> statement-breakpoint
CREATE TRIGGER "verdict_ids_not_emptied" BEFORE TRUNCATE ON "verdict_ids" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_emptying"();
