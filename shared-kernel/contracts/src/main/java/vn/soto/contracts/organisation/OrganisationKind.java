package vn.soto.contracts.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberOrigin;

/** Kinds of organisation that support teams. */
public enum OrganisationKind {
    /** doanh nghiệp công nghệ số */
    TECHNOLOGY_COMPANY(MemberOrigin.DIGITAL_COMPANY),
    /** doanh nghiệp viễn thông */
    TELECOM_COMPANY(MemberOrigin.DIGITAL_COMPANY),
    /** ngân hàng, trung gian thanh toán */
    BANK(MemberOrigin.DIGITAL_COMPANY),
    /** Đoàn Thanh niên */
    YOUTH_UNION(MemberOrigin.YOUTH_UNION),
    /** Hội Phụ nữ */
    WOMENS_UNION(MemberOrigin.WOMENS_UNION),
    /** Hội Nông dân */
    FARMERS_UNION(MemberOrigin.FARMERS_UNION),
    /** đoàn thể khác, such as Công đoàn; also one of the three above from when they were not told apart */
    UNION(null),
    /** trường học, cơ sở đào tạo */
    SCHOOL(MemberOrigin.TEACHER),
    OTHER(null);

    private final @Nullable MemberOrigin members;

    OrganisationKind(@Nullable MemberOrigin members) {
        this.members = members;
    }

    /** The origin of the members that such an organisation sends; absent if it has none of its own. Both sides ask here. */
    public Optional<MemberOrigin> members() {
        return Optional.ofNullable(members);
    }
}
