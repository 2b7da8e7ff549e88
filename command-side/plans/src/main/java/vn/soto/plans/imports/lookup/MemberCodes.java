package vn.soto.plans.imports.lookup;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.FreeText;
import vn.soto.plans.imports.table.InvalidCellException;

/**
 * The ids of the members whom a file names by codes. A code may be a name, so the ledger never gets it. The id is
 * derived from the team and the code under the master key. The same code in the same team is the same member in every
 * file, and nobody without the key can try codes against an id. UUIDs, and ids that the ledger has from before, stand
 * for themselves.
 */
public final class MemberCodes {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String PLACE = "member";

    private final UnaryOperator<String> fingerprint;
    private final Set<MemberId> speaking = ConcurrentHashMap.newKeySet();

    /** @param fingerprint keyed, see {@link vn.soto.privacy.MasterKey#fingerprint} */
    public MemberCodes(UnaryOperator<String> fingerprint) {
        this.fingerprint = fingerprint;
    }

    void on(DomainEvent event) {
        if (event instanceof MemberEnrolled enrolled) {
            add(enrolled.member());
        } else if (event instanceof TeamFormed formed) {
            formed.members().stream().map(FoundingMember::member).forEach(this::add);
        }
    }

    private void add(MemberId member) {
        if (!isUuid(member)) {
            speaking.add(member);
        }
    }

    /** @throws InvalidCellException the code holds a personal number */
    public MemberId id(String column, TeamId team, MemberId code) {
        if (isUuid(code) || speaking.contains(code)) {
            return code;
        }
        if (!FreeText.isOpaque(code.value())) {
            throw new InvalidCellException(column, "cell-personal-number", null);
        }
        return new MemberId(ContentId.of(PLACE, fingerprint.apply(PLACE + "\n" + team + "\n" + code)));
    }

    private static boolean isUuid(MemberId member) {
        return UUID_FORM.matcher(member.value()).matches();
    }
}
