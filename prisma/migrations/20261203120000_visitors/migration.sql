-- What all processes of all servers count of one visitor. Not logged: after a crash, and on a standby, it begins anew, and no backup of
-- the log of changes holds who it was.
CREATE UNLOGGED TABLE "VisitorSalt" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,
    CONSTRAINT "VisitorSalt_pkey" PRIMARY KEY ("day")
);

CREATE UNLOGGED TABLE "VisitorDeed" (
    "hash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "VisitorDeed_pkey" PRIMARY KEY ("hash")
);

CREATE UNLOGGED TABLE "VisitorSearch" (
    "hash" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "VisitorSearch_pkey" PRIMARY KEY ("hash")
);
