ALTER TABLE "stations" ADD COLUMN "clock_skew_ms" bigint;
