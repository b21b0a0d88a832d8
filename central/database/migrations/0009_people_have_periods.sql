CREATE TABLE "earlier_people" (
	"person_id" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"person" jsonb NOT NULL,
	CONSTRAINT "earlier_people_person_id_until_pk" PRIMARY KEY("person_id","until")
);
