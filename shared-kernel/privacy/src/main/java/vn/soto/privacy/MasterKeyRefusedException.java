package vn.soto.privacy;

import org.jspecify.annotations.Nullable;

/**
 * The master key is missing, malformed or another one. The process does not start, because names sealed under a wrong
 * key could never be opened.
 */
public final class MasterKeyRefusedException extends RuntimeException {

    private MasterKeyRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** @param place the file, or the setting, that should have it */
    public static MasterKeyRefusedException missing(String place) {
        return new MasterKeyRefusedException("""
                Thiếu khóa chủ (%1$s), mà kho khóa đã có khóa của những người được ghi tên. Hãy đặt lại khóa chủ từ bản sao lưu; \
                không có nó thì không ai mở được các tên đó nữa. \
                / The master key is missing (%1$s), and the key store holds keys of persons whose names are recorded. \
                Put the master key back from its backup; without it nobody can open those names again.""".formatted(place), null);
    }

    /** Neither a master key nor a key store exists; a node that shares a store with others does not create one. */
    public static MasterKeyRefusedException notSet(String place) {
        return new MasterKeyRefusedException("""
                Chưa đặt khóa chủ: %1$s. Hãy tạo một khóa chung cho mọi nút và lưu bản sao ở nơi an toàn. \
                / The master key is not set: %1$s. Make one for all nodes, and keep a copy in a safe place.""".formatted(place), null);
    }

    public static MasterKeyRefusedException wrong(String place) {
        return new MasterKeyRefusedException("""
                Khóa chủ (%1$s) không phải khóa chủ của kho khóa này. Hãy dùng đúng khóa chủ, hoặc đúng kho khóa. \
                / The master key (%1$s) is not the one of this key store. Use the right master key, or the right key store.""".formatted(place), null);
    }

    static MasterKeyRefusedException proofDamaged(String place) {
        return new MasterKeyRefusedException("""
                Khóa chủ (%1$s) đúng là của kho khóa này, nhưng dòng chứng minh điều đó trong kho bị hỏng. Hãy giữ nguyên khóa chủ \
                và phục hồi kho khóa từ bản sao lưu. / The master key (%1$s) is the one of this key store, but the row of the store that \
                proves it is damaged. Keep the master key and restore the key store from its backup.""".formatted(place), null);
    }

    static MasterKeyRefusedException malformed(String place) {
        return new MasterKeyRefusedException("""
                %1$s không chứa khóa chủ: cần đúng 43 ký tự base64url (32 byte ngẫu nhiên). \
                / %1$s holds no master key: exactly 43 characters of base64url (32 random bytes) are needed.""".formatted(place), null);
    }

    static MasterKeyRefusedException open(String place) {
        return new MasterKeyRefusedException("""
                Tệp khóa chủ %1$s mở cho người khác trên máy này. Hãy chạy: chmod 600 %1$s \
                / The master key file %1$s is open to others on this machine. Run: chmod 600 %1$s""".formatted(place), null);
    }

    static MasterKeyRefusedException unreadable(String place, Throwable cause) {
        return new MasterKeyRefusedException("""
                Không đọc được khóa chủ %1$s. Hãy kiểm tra quyền đọc của tệp. \
                / The master key %1$s cannot be read. Check who may read the file.""".formatted(place), cause);
    }
}
