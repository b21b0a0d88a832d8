ALTER FUNCTION "take_verdict_id"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "may_exceed"(text) SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "refuse_untrue_line"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "check_new_grant"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "check_new_entry"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "check_new_refund"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "refuse_other_refund"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "refuse_late_legacy"() SET search_path = public, pg_temp;--> statement-breakpoint
ALTER FUNCTION "refuse_emptying"() SET search_path = public, pg_temp;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "enter_in_ledger"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	paper jsonb;
	line ledger_lines%ROWTYPE;
	sums record;
	exceeds boolean;
	given grants%ROWTYPE;
BEGIN
	SELECT body INTO paper FROM documents WHERE collection = 'orderLines' AND id = NEW.order_line_id;
	IF paper IS NULL THEN
		RAISE EXCEPTION 'no order line %', NEW.order_line_id USING ERRCODE = 'foreign_key_violation';
	END IF;
	INSERT INTO ledger_lines (order_line_id, invoiced, shipped)
		VALUES (NEW.order_line_id, invoiced_for(paper), shipped_for(paper)) ON CONFLICT DO NOTHING;
	-- Whoever else enters on this line has done so when the lock is given; the sums are read after it.
	SELECT * INTO line FROM ledger_lines WHERE order_line_id = NEW.order_line_id FOR UPDATE;
	-- Sums of two currencies are the sum of nothing.
	SELECT * INTO given FROM grants WHERE id = NEW.grant_id;
	IF NOT given.legacy AND given.body ->> 'currency' IS DISTINCT FROM paper ->> 'currency' OR EXISTS (
		SELECT FROM ledger_entries AS entry JOIN grants AS other ON other.id = entry.grant_id
		WHERE entry.order_line_id = NEW.order_line_id AND other.body ->> 'currency' IS DISTINCT FROM given.body ->> 'currency'
	) THEN
		RAISE EXCEPTION 'order line % is granted in one currency', NEW.order_line_id USING ERRCODE = 'check_violation';
	END IF;
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
CREATE OR REPLACE FUNCTION "check_grant"(which text) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
		(SELECT * FROM told EXCEPT ALL SELECT * FROM entered) UNION ALL (SELECT * FROM entered EXCEPT ALL SELECT * FROM told)
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
	IF NOT given.legacy AND EXISTS (
		WITH said AS (
			SELECT line ->> 'orderLineId' AS order_line_id, sum((line ->> 'amount')::numeric) AS amount
			FROM refunds CROSS JOIN LATERAL jsonb_array_elements(granted -> 'lines') AS line
			WHERE id = given.refund_id GROUP BY line ->> 'orderLineId'
		), entered AS (
			SELECT order_line_id, paid::numeric AS amount FROM ledger_entries WHERE grant_id = which AND paid > 0
		)
		(SELECT * FROM said EXCEPT ALL SELECT * FROM entered) UNION ALL (SELECT * FROM entered EXCEPT ALL SELECT * FROM said)
	) THEN
		RAISE EXCEPTION 'the refund of grant % is not made up as its entries say', which USING ERRCODE = 'check_violation';
	END IF;
END
$$;--> statement-breakpoint
CREATE FUNCTION "refuse_untrue_refund"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	-- It waits for every photo it was granted upon that is not here, and for nothing else.
	IF (TG_OP = 'INSERT' OR NEW.waits_for_photos IS DISTINCT FROM OLD.waits_for_photos) AND (
		EXISTS (
			SELECT FROM jsonb_array_elements(coalesce(NEW.granted -> 'waitsForPhotos', '[]')) AS wanted
			WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(NEW.waits_for_photos) AS list WHERE list = wanted)
				AND NOT EXISTS (SELECT FROM photos JOIN jsonb_array_elements_text(wanted) AS hash ON photos.sha256 = hash)
		) OR EXISTS (
			SELECT FROM jsonb_array_elements(NEW.waits_for_photos) AS list
			WHERE NOT EXISTS (
				SELECT FROM jsonb_array_elements(coalesce(NEW.granted -> 'waitsForPhotos', '[]')) AS wanted WHERE wanted = list)
		)
	) THEN
		RAISE EXCEPTION 'refund % waits for its photos', NEW.id USING ERRCODE = 'restrict_violation';
	END IF;
	IF TG_OP = 'INSERT' THEN
		RETURN NEW;
	END IF;
	IF OLD.state = 'due' AND NEW.state <> 'due' AND NEW.waits_for_photos <> '[]' THEN
		RAISE EXCEPTION 'refund % waits for its photos', NEW.id USING ERRCODE = 'restrict_violation';
	END IF;
	-- What was paid, or written out for whoever pays from the register, is not sent a second time.
	IF (OLD.state = 'acknowledged' OR OLD.state = 'instructed' AND OLD.port = 'register')
			AND (NEW.state, NEW.port, NEW.started_at IS NULL) IS DISTINCT FROM (OLD.state, OLD.port, OLD.started_at IS NULL)
		OR NEW.state = 'due' AND OLD.state <> 'due' AND NOT (OLD.state = 'failed' AND NEW.look_up_first) THEN
		RAISE EXCEPTION 'refund % went out once', NEW.id USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "refunds_go_out_once" BEFORE INSERT OR UPDATE ON "refunds" FOR EACH ROW EXECUTE FUNCTION "refuse_untrue_refund"();--> statement-breakpoint
CREATE FUNCTION "refuse_second_demo"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF EXISTS (SELECT FROM facts) THEN
		RAISE EXCEPTION 'a demo moves in where nothing was recorded' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER "meta_demo_moves_in_once" BEFORE INSERT OR UPDATE ON "meta" FOR EACH ROW WHEN (NEW.key = 'demo' AND NEW.value = 'movingIn') EXECUTE FUNCTION "refuse_second_demo"();--> statement-breakpoint
CREATE TRIGGER "meta_not_emptied" BEFORE TRUNCATE ON "meta" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "serials_of"(body jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(coalesce(
		nullif(regexp_replace(upper(regexp_replace(normalize(serial, NFKC), '^\s*\][A-Za-z][0-9A-Za-z]', '')), '[^0-9A-Z]', '', 'g'), ''),
		upper(btrim(serial, E' \t\n\r')))), '{}'::text[])
	FROM jsonb_array_elements_text(body -> 'serials') AS serial
$$;--> statement-breakpoint
REINDEX INDEX "facts_serials";
