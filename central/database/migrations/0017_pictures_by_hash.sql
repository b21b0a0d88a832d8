-- The same picture proves the claim of one case: a decision looks for its pictures in all others.
CREATE INDEX "facts_pictures" ON "facts" USING btree (("body" ->> 'sha256')) WHERE "facts"."kind" = 'photoTaken';
