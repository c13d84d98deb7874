-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reporter', 'editor', 'chief', 'administrator');

-- CreateEnum
CREATE TYPE "ReviewStage" AS ENUM ('first', 'second', 'final');

-- CreateEnum
CREATE TYPE "ScheduledAction" AS ENUM ('publish', 'change', 'unpublish');

-- CreateEnum
CREATE TYPE "MediaState" AS ENUM ('pending', 'ready', 'failed');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "createdById" TEXT,
ADD COLUMN     "discardedAt" TIMESTAMPTZ(3),
ADD COLUMN     "embargoUntil" TIMESTAMPTZ(3),
ADD COLUMN     "plannedFor" DATE,
ADD COLUMN     "returnReason" TEXT,
ADD COLUMN     "reviewRound" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "urgentAt" TIMESTAMPTZ(3),
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Category" ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reviewStages" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "aiGenerated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "caption" TEXT,
ADD COLUMN     "discardedAt" TIMESTAMPTZ(3),
ADD COLUMN     "fault" TEXT,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "focalX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "focalY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
ADD COLUMN     "mimeType" TEXT,
ADD COLUMN     "originalKey" TEXT,
ADD COLUMN     "replacedById" TEXT,
ADD COLUMN     "rights" TEXT,
ADD COLUMN     "state" "MediaState" NOT NULL DEFAULT 'ready',
ADD COLUMN     "searchTerms" tsvector,
ADD COLUMN     "uploadedById" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "sortKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Redirect" ADD COLUMN     "sourceId" INTEGER,
ADD COLUMN     "tagId" INTEGER;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "fields" JSONB,
ADD COLUMN     "staffId" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "sortKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" INTEGER;

-- CreateTable
CREATE TABLE "PersonTitle" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "from" DATE,
    "until" DATE,

    CONSTRAINT "PersonTitle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TagSynonym" (
    "term" TEXT NOT NULL,
    "tagId" INTEGER NOT NULL,

    CONSTRAINT "TagSynonym_pkey" PRIMARY KEY ("term")
);

-- CreateTable
CREATE TABLE "MediaUse" (
    "mediaId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,

    CONSTRAINT "MediaUse_pkey" PRIMARY KEY ("mediaId","articleId")
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "role" "Role" NOT NULL DEFAULT 'reporter',
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" INTEGER,

    CONSTRAINT "Staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffDesk" (
    "staffId" TEXT NOT NULL,
    "categoryId" INTEGER NOT NULL,

    CONSTRAINT "StaffDesk_pkey" PRIMARY KEY ("staffId","categoryId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "categoryIds" INTEGER[],
    "invitedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "windowSince" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Draft" (
    "articleId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "plainText" TEXT NOT NULL,
    "characterCount" INTEGER NOT NULL,
    "headlineTerms" tsvector,
    "writerIds" TEXT[],
    "savedById" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedByClient" TEXT,
    "revision" INTEGER,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "revision" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "note" TEXT,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voidedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "parentId" INTEGER,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "quote" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "staffId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" TEXT,
    "from" TEXT,
    "text" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "articleId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "editing" BOOLEAN NOT NULL DEFAULT false,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBy" TEXT,
    "message" TEXT,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("articleId","clientId")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "action" "ScheduledAction" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "canceledAt" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "notice" TEXT,
    "staffId" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,
    "undoReason" TEXT,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "tokenHash" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrontPage" (
    "id" SERIAL NOT NULL,
    "layout" JSONB NOT NULL,
    "createdById" TEXT,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "previewHash" TEXT,
    "previewUntil" TIMESTAMPTZ(3),

    CONSTRAINT "FrontPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "fromId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "staffId" TEXT,
    "mergedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleReads" (
    "articleId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ArticleReads_pkey" PRIMARY KEY ("articleId","day")
);

-- CreateIndex
CREATE INDEX "PersonTitle_personId_idx" ON "PersonTitle"("personId");

-- CreateIndex
CREATE INDEX "TagSynonym_tagId_idx" ON "TagSynonym"("tagId");

-- CreateIndex
CREATE INDEX "MediaUse_articleId_idx" ON "MediaUse"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_email_key" ON "Staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_personId_key" ON "Staff"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "Passkey_staffId_idx" ON "Passkey"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Draft_headlineTerms_idx" ON "Draft" USING GIN ("headlineTerms");

-- CreateIndex
CREATE INDEX "Signature_articleId_round_idx" ON "Signature"("articleId", "round");

-- CreateIndex
CREATE INDEX "Comment_articleId_createdAt_idx" ON "Comment"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_staffId_createdAt_idx" ON "Notice"("staffId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Schedule_articleId_idx" ON "Schedule"("articleId");

-- CreateIndex
CREATE INDEX "Schedule_at_idx" ON "Schedule"("at");

-- CreateIndex
CREATE INDEX "Correction_articleId_idx" ON "Correction"("articleId");

-- CreateIndex
CREATE INDEX "Correction_publishedAt_id_idx" ON "Correction"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Withdrawal_articleId_idx" ON "Withdrawal"("articleId");

-- CreateIndex
CREATE INDEX "PreviewLink_articleId_idx" ON "PreviewLink"("articleId");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_id_idx" ON "AuditEntry"("subject", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "FrontPage_previewHash_key" ON "FrontPage"("previewHash");

-- CreateIndex
CREATE INDEX "FrontPage_publishedAt_id_idx" ON "FrontPage"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Merge_kind_intoId_idx" ON "Merge"("kind", "intoId");

-- CreateIndex
CREATE INDEX "ArticleReads_day_count_idx" ON "ArticleReads"("day", "count" DESC);

-- CreateIndex
CREATE INDEX "Article_touchedAt_id_idx" ON "Article"("touchedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_publication_touchedAt_id_idx" ON "Article"("publication", "touchedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_createdById_touchedAt_id_idx" ON "Article"("createdById", "touchedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_sourceId_touchedAt_id_idx" ON "Article"("sourceId", "touchedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_leadMediaId_idx" ON "Article"("leadMediaId");

-- CreateIndex
CREATE INDEX "Category_mergedIntoId_idx" ON "Category"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Media_createdAt_id_idx" ON "Media"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Person_mergedIntoId_idx" ON "Person"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Tag_mergedIntoId_idx" ON "Tag"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Media_uploadedById_createdAt_id_idx" ON "Media"("uploadedById", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Media_searchTerms_idx" ON "Media" USING GIN ("searchTerms");

-- CreateIndex
CREATE INDEX "Person_sortKey_prefix_idx" ON "Person"("sortKey" COLLATE "C");

-- CreateIndex
CREATE INDEX "Person_initials_idx" ON "Person"("initials" COLLATE "C");

-- CreateIndex
CREATE INDEX "Source_sortKey_prefix_idx" ON "Source"("sortKey" COLLATE "C");

-- CreateIndex
CREATE INDEX "Source_initials_idx" ON "Source"("initials" COLLATE "C");

-- CreateIndex
CREATE INDEX "Tag_sortKey_prefix_idx" ON "Tag"("sortKey" COLLATE "C");

-- CreateIndex
CREATE INDEX "Tag_initials_idx" ON "Tag"("initials" COLLATE "C");

-- CreateIndex
CREATE INDEX "Tag_sortKey_idx" ON "Tag"("sortKey");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonTitle" ADD CONSTRAINT "PersonTitle_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TagSynonym" ADD CONSTRAINT "TagSynonym_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redirect" ADD CONSTRAINT "Redirect_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffDesk" ADD CONSTRAINT "StaffDesk_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffDesk" ADD CONSTRAINT "StaffDesk_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontPage" ADD CONSTRAINT "FrontPage_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleReads" ADD CONSTRAINT "ArticleReads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say. -------------------------------------------------------------------------------------

ALTER TABLE "Redirect" DROP CONSTRAINT "Redirect_one_target",
    ADD CONSTRAINT "Redirect_one_target" CHECK (num_nonnulls("articleId", "categoryId", "tagId", "sourceId", "mediaId") = 1);

-- Whatever way leads out of here, it goes by publishedAt: an embargo holds everywhere because it holds here.
ALTER TABLE "Article" ADD CONSTRAINT "Article_embargo_holds"
    CHECK ("publication" NOT IN ('live', 'scheduled') OR "embargoUntil" IS NULL OR "publishedAt" >= "embargoUntil");
ALTER TABLE "Article" ADD CONSTRAINT "Article_discarded_is_not_public" CHECK ("discardedAt" IS NULL OR "publication" = 'unpublished');
ALTER TABLE "Category"
    ADD CONSTRAINT "Category_stages" CHECK ("reviewStages" BETWEEN 0 AND 3),
    ADD CONSTRAINT "Category_not_into_itself" CHECK ("mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_not_into_itself" CHECK ("mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "Source" ADD CONSTRAINT "Source_not_into_itself" CHECK ("mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "Person" ADD CONSTRAINT "Person_not_into_itself" CHECK ("mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "PersonTitle" ADD CONSTRAINT "PersonTitle_days" CHECK ("from" IS NULL OR "until" IS NULL OR "from" <= "until");
ALTER TABLE "Media" ADD CONSTRAINT "Media_focal_point" CHECK ("focalX" BETWEEN 0 AND 1 AND "focalY" BETWEEN 0 AND 1);
ALTER TABLE "Staff" ADD CONSTRAINT "Staff_email_form" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_version_counts_up" CHECK ("version" > 0);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_not_blank" CHECK (btrim("text") <> '');
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_not_blank" CHECK (btrim("wrong") <> '' AND btrim("right") <> '');
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_not_blank" CHECK (btrim("reason") <> '' AND btrim("approver") <> '');
ALTER TABLE "ArticleReads" ADD CONSTRAINT "ArticleReads_counts" CHECK ("count" > 0);

-- 三审: nobody holds two stages of a round, no stage is held twice.
CREATE UNIQUE INDEX "Signature_one_a_stage" ON "Signature" ("articleId", "round", "stage") WHERE "voidedAt" IS NULL;
CREATE UNIQUE INDEX "Signature_one_a_person" ON "Signature" ("articleId", "round", "staffId") WHERE "voidedAt" IS NULL;
-- An article is withdrawn once at a time; one thing of a kind is scheduled for it; one tab edits it.
CREATE UNIQUE INDEX "Withdrawal_one_standing" ON "Withdrawal" ("articleId") WHERE "undoneAt" IS NULL;
CREATE UNIQUE INDEX "Schedule_one_waiting" ON "Schedule" ("articleId", "action") WHERE "doneAt" IS NULL AND "canceledAt" IS NULL;
CREATE UNIQUE INDEX "Presence_one_editor" ON "Presence" ("articleId") WHERE "editing";

-- What a desk looks at, without walking the archive.
CREATE INDEX "Article_waiting_idx" ON "Article" ("workflow", "waitingSince", "id")
    WHERE "workflow" IN ('first_review', 'second_review', 'final_review') AND "discardedAt" IS NULL;
CREATE INDEX "Article_in_work_idx" ON "Article" ("workflow", "touchedAt" DESC, "id" DESC) WHERE "workflow" <> 'ready';
CREATE INDEX "Article_ready_idx" ON "Article" ("waitingSince", "id") WHERE "workflow" = 'ready' AND "waitingSince" IS NOT NULL;
CREATE INDEX "Article_planned_idx" ON "Article" ("plannedFor") WHERE "plannedFor" IS NOT NULL;
CREATE INDEX "Article_urgent_idx" ON "Article" ("urgentAt") WHERE "urgentAt" IS NOT NULL;
CREATE INDEX "Article_embargo_idx" ON "Article" ("embargoUntil") WHERE "embargoUntil" IS NOT NULL;
CREATE INDEX "Schedule_waiting_idx" ON "Schedule" ("at") WHERE "doneAt" IS NULL AND "canceledAt" IS NULL;
CREATE INDEX "Notice_unread_idx" ON "Notice" ("staffId", "createdAt" DESC) WHERE "readAt" IS NULL;
CREATE INDEX "Invitation_open_idx" ON "Invitation" ("expiresAt") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;

-- The record is written once.
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The desk's lists by category, tag and person go by touchedAt too: both times are copied to the rows that join, by the
-- database, never by hand.
ALTER TABLE "ArticleCategory" ADD COLUMN "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "ArticleTag" ADD COLUMN "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "Byline" ADD COLUMN "listedAt" TIMESTAMPTZ(3), ADD COLUMN "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
DROP TRIGGER "ArticleCategory_listedAt" ON "ArticleCategory";
DROP TRIGGER "ArticleTag_listedAt" ON "ArticleTag";
DROP TRIGGER "Article_listedAt" ON "Article";
DROP FUNCTION copy_listed_at();
DROP FUNCTION spread_listed_at();
CREATE FUNCTION copy_article_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT a."listedAt", a."touchedAt" INTO NEW."listedAt", NEW."touchedAt" FROM "Article" a WHERE a."id" = NEW."articleId";
    RETURN NEW;
END $$;
CREATE TRIGGER "ArticleCategory_times" BEFORE INSERT OR UPDATE ON "ArticleCategory" FOR EACH ROW EXECUTE FUNCTION copy_article_times();
CREATE TRIGGER "ArticleTag_times" BEFORE INSERT OR UPDATE ON "ArticleTag" FOR EACH ROW EXECUTE FUNCTION copy_article_times();
CREATE TRIGGER "Byline_times" BEFORE INSERT OR UPDATE ON "Byline" FOR EACH ROW EXECUTE FUNCTION copy_article_times();
CREATE FUNCTION spread_article_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "ArticleCategory" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    UPDATE "ArticleTag" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id";
    UPDATE "Byline" SET "listedAt" = NEW."listedAt" WHERE "articleId" = NEW."id" AND "revision" IN (NEW."liveRevision", NEW."draftRevision");
    RETURN NULL;
END $$;
CREATE TRIGGER "Article_times" AFTER UPDATE ON "Article" FOR EACH ROW
    WHEN (OLD."listedAt" IS DISTINCT FROM NEW."listedAt" OR OLD."touchedAt" <> NEW."touchedAt")
    EXECUTE FUNCTION spread_article_times();
UPDATE "ArticleCategory" SET "position" = "position";
UPDATE "ArticleTag" SET "position" = "position";
UPDATE "Byline" SET "position" = "position";

-- What nobody published yet stands in the desk's lists where its draft files it; no reader sees those rows (listedAt is null).
CREATE FUNCTION file_as_drafted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "Article" WHERE "id" = NEW."articleId" AND "publication" = 'unpublished';
    IF NOT FOUND THEN RETURN NULL; END IF;
    DELETE FROM "ArticleCategory" WHERE "articleId" = NEW."articleId";
    INSERT INTO "ArticleCategory" ("articleId", "categoryId", "position")
        SELECT NEW."articleId", c."id", (min(filed."n") - 1)::int
        FROM jsonb_array_elements_text(NEW."content"->'categoryIds') WITH ORDINALITY filed ("id", "n")
        JOIN "Category" c ON c."id" = filed."id"::int GROUP BY c."id";
    DELETE FROM "ArticleTag" WHERE "articleId" = NEW."articleId";
    INSERT INTO "ArticleTag" ("articleId", "tagId", "position")
        SELECT NEW."articleId", t."id", (min(filed."n") - 1)::int
        FROM jsonb_array_elements_text(NEW."content"->'tagIds') WITH ORDINALITY filed ("id", "n")
        JOIN "Tag" t ON t."id" = filed."id"::int GROUP BY t."id";
    RETURN NULL;
END $$;
CREATE TRIGGER "Draft_filed_first" AFTER INSERT ON "Draft" FOR EACH ROW EXECUTE FUNCTION file_as_drafted();
CREATE TRIGGER "Draft_filed" AFTER UPDATE OF "content" ON "Draft" FOR EACH ROW
    WHEN (OLD."content"->'categoryIds' IS DISTINCT FROM NEW."content"->'categoryIds'
        OR OLD."content"->'tagIds' IS DISTINCT FROM NEW."content"->'tagIds')
    EXECUTE FUNCTION file_as_drafted();

-- CreateIndex
CREATE INDEX "ArticleCategory_categoryId_touchedAt_articleId_idx" ON "ArticleCategory"("categoryId", "touchedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "ArticleTag_tagId_touchedAt_articleId_idx" ON "ArticleTag"("tagId", "touchedAt" DESC, "articleId" DESC);

-- DropIndex
DROP INDEX "Byline_personId_idx";

-- CreateIndex
CREATE INDEX "Byline_personId_touchedAt_articleId_idx" ON "Byline"("personId", "touchedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "Byline_personId_listedAt_articleId_idx" ON "Byline"("personId", "listedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "Article_createdById_listedAt_id_idx" ON "Article"("createdById", "listedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_type_touchedAt_id_idx" ON "Article"("type", "touchedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Article_type_listedAt_id_idx" ON "Article"("type", "listedAt" DESC, "id" DESC);

CREATE INDEX "Article_waiting_since_idx" ON "Article" ("waitingSince", "id") WHERE "waitingSince" IS NOT NULL;
CREATE INDEX "Article_work_touched_idx" ON "Article" ("touchedAt" DESC, "id" DESC) WHERE "workflow" <> 'ready';
CREATE INDEX "Article_discarded_idx" ON "Article" ("touchedAt" DESC, "id" DESC) WHERE "discardedAt" IS NOT NULL;
CREATE INDEX "Draft_writerIds_idx" ON "Draft" USING GIN ("writerIds");
-- Who stands in the byline of a text that no revision holds yet.
CREATE INDEX "Draft_bylines_idx" ON "Draft" USING gin (("content"->'bylines') jsonb_path_ops) WHERE "revision" IS NULL;

-- Which articles show which pictures: commands keep it from here on.
INSERT INTO "MediaUse" ("mediaId", "articleId")
    SELECT a."leadMediaId", a."id" FROM "Article" a WHERE a."leadMediaId" IS NOT NULL
    UNION
    SELECT m."id", a."id" FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" IN (a."liveRevision", a."draftRevision") AND r."bodyHtml" LIKE '%/media/%'
    CROSS JOIN LATERAL regexp_matches(r."bodyHtml", '/media/[0-9a-f]{2}/([0-9a-f]{64})-', 'g') AS found
    JOIN "Media" m ON m."id" = found[1];
CREATE INDEX "Media_without_alt_idx" ON "Media" ("createdAt" DESC, "id" DESC) WHERE coalesce("alt", '') = '';
CREATE INDEX "Media_unready_idx" ON "Media" ("createdAt" DESC, "id" DESC) WHERE "state" <> 'ready';
