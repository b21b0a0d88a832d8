-- Order lines by what was ordered: the GTIN, that of a pack, or words of its name.
CREATE INDEX "documents_line_gtin" ON "documents" USING btree (("body" #>> '{article,gtin}')) WHERE "documents"."collection" = 'orderLines';
--> statement-breakpoint
CREATE INDEX "documents_line_words" ON "documents" USING gin (to_tsvector('simple'::regconfig, coalesce("body" #>> '{article,name}', ''))) WHERE "documents"."collection" = 'orderLines';
--> statement-breakpoint
CREATE INDEX "documents_line_packs" ON "documents" USING gin (("body" #> '{article,gtins}') jsonb_path_ops) WHERE "documents"."collection" = 'orderLines';
