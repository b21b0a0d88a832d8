ALTER TABLE "facts" DROP CONSTRAINT "facts_decisions_have_hands";--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_decisions_have_hands" CHECK ("facts"."kind" <> 'verdictDecided'
        or ("facts"."hand" is not distinct from 'decided' and "facts"."case_id" is not null));