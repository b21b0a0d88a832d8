ALTER TABLE "commands" DROP CONSTRAINT "commands_pkey";--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_id_station_id_pk" PRIMARY KEY("id","station_id");
