package vn.soto.allinone.account;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.access.AccountId;

/** The accounts of a file that are not as this program wrote them. */
record AlteredAccounts(Path file, Set<AccountId> ids) {

    private static final int MOST_NAMED = 10;

    AlteredAccounts {
        ids = Set.copyOf(ids);
    }

    LocalAccount orDistrusted(LocalAccount account) {
        return ids.contains(account.id()) ? account.distrusted() : account;
    }

    /** The remedy for them; empty if there are none. */
    Optional<String> text() {
        return ids.isEmpty() ? Optional.empty() : Optional.of("""
                        Tệp tài khoản %1$s: %2$d tài khoản đã bị sửa, thêm hoặc xóa ngoài chương trình (%3$s) nên bị khóa. Hãy dừng chương \
                        trình và đặt lại đúng tệp; tài khoản đã bị xóa chỉ có lại bằng cách này. Hoặc so tên đăng nhập của từng tài khoản với danh sách của \
                        mình, đặt lại mật khẩu và bỏ lớp xác thực thứ hai, mở khóa, rồi khởi động lại. / The file of accounts %1$s: %2$d accounts \
                        were changed, added or removed outside the product (%3$s) and are locked. Stop the product and put the right file back; \
                        nothing else brings a removed one back. Or compare the login name of each with your own list, reset its password and \
                        remove its second factor, unlock it, and start again.""".formatted(file, ids.size(), named()));
    }

    private String named() {
        return ids.stream().map(AccountId::value).sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }
}
