-- Administrators have names, scopes and tokens that end; only hashes of tokens are kept.
CREATE TABLE "administrators" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"appointed_by" text NOT NULL,
	"appointed_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "admin_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"administrator_id" text NOT NULL,
	"good_until" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "admin_tokens_administrator_id_administrators_id_fk" FOREIGN KEY ("administrator_id") REFERENCES "administrators"("id")
);
--> statement-breakpoint
CREATE INDEX "admin_tokens_by_administrator" ON "admin_tokens" USING btree ("administrator_id");
