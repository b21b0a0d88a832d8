-- What was added of late lay in a list beside the index, and every look-up read all of it.
ALTER INDEX "documents_case_lines" SET (fastupdate = off);--> statement-breakpoint
ALTER INDEX "facts_serials" SET (fastupdate = off);--> statement-breakpoint
REINDEX INDEX "documents_case_lines";--> statement-breakpoint
REINDEX INDEX "facts_serials";
