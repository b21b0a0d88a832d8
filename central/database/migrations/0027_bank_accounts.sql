-- Sealed with a key that is in no database.
CREATE TABLE "bank_accounts" (
	"client_id" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"shown" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
