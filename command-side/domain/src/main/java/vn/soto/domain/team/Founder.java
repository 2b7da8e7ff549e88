package vn.soto.domain.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.shared.DataSubject;

/**
 * A member whom the founding decision names, with the personal data that are recorded with the team.
 *
 * @param name  absent for somebody whose data are there already, or follow
 * @param phone needs a name
 */
public record Founder(
        @DataSubject MemberId member,
        MemberOrigin organisation,
        @Nullable Sealed name,
        @Nullable Sealed phone) {

    /** Members without data of them. */
    public static List<Founder> unnamed(List<FoundingMember> members) {
        return members.stream()
                .map(member -> new Founder(member.member(), member.organisation(), null, null))
                .toList();
    }

    public FoundingMember named() {
        return new FoundingMember(member, organisation);
    }
}
