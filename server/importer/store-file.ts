import { SetupError } from '@/server/setup-error'
import { putMedia } from '@/server/storage'

/**
 * Keeps a picture's file under a key that names its content. A full disk or a bucket that is away is no fault of the picture: the
 * post would count as brought in without it. Throws SetupError then, which ends the import; run again, it goes on where it was.
 */
export async function storeFile(key: string, bytes: Uint8Array): Promise<void> {
  try {
    await putMedia(key, bytes)
  } catch (error) {
    throw new SetupError(
      `图片无法保存，导入已停止，排除原因后重新运行即可继续 / a picture cannot be stored: the import stopped here; run again, it goes on: ${(error as Error).message}`,
    )
  }
}
