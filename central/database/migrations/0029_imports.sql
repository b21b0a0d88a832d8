-- How a sender's tables are read: by whom they are sent, and which headings they have.
CREATE TABLE "import_mappings" (
	"sender" text NOT NULL,
	"headings" text NOT NULL,
	"kind" text NOT NULL,
	"said" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "import_mappings_pk" PRIMARY KEY("sender","headings")
);
--> statement-breakpoint
-- What a table's row said when a record was last written from one: the same again is the same.
CREATE TABLE "import_rows" (
	"own_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL
);
