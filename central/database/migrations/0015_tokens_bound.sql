ALTER TABLE "stations" ADD COLUMN "proof_key" text;
