package vn.soto.command.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.domain.person.PersonalData;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * The ids that the ledger has, up to its tail. A member is no aggregate, so the members of teams are read from the
 * ledger when the first id is asked about, and then from where the last question stopped. Thread-safe.
 */
public final class KnownIds {

    private static final int PAGE = 500;
    private static final String TEAM = "team";
    private static final Set<Class<?>> MEMBERS = Set.of(TeamFormed.class, MemberEnrolled.class);

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Set<MemberId> members = new HashSet<>();
    private EventException.@Nullable Undecodable undecodable;
    private long folded;

    public KnownIds(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    /**
     * @throws EventException.Undecodable if the id is unknown, and an event that may have introduced it cannot be decoded
     */
    public boolean contains(Id id) {
        return id instanceof MemberId member
                ? hasPersonalData(member) || isMember(member)
                : ledger.head(id.value()).isPresent();
    }

    public boolean isRecorded(UUID command) {
        return ledger.commitOfCommand(command).isPresent();
    }

    private boolean hasPersonalData(MemberId member) {
        return ledger.head(PersonalData.idOf(Subject.of(member))).isPresent();
    }

    private synchronized boolean isMember(MemberId member) {
        if (!members.contains(member)) {
            catchUp();
        }
        if (!members.contains(member) && undecodable != null) {
            throw undecodable;
        }
        return members.contains(member);
    }

    private void catchUp() {
        for (List<StoredCommit> page = page(); !page.isEmpty(); page = page()) {
            page.forEach(this::take);
            folded = page.getLast().number();
        }
    }

    private List<StoredCommit> page() {
        return ledger.read(folded + 1, PAGE);
    }

    /** A damaged commit is left out: the members that only it names are not known. */
    private void take(StoredCommit stored) {
        if (stored instanceof Commit commit) {
            commit.stored().forEach(this::take);
        }
    }

    private void take(StoredEvent stored) {
        StreamPosition place = stored.event().aggregate();
        if (place == null || !place.type().equals(TEAM)) {
            return;
        }
        try {
            if (MEMBERS.contains(codec.classOf(stored))) {
                take(codec.decode(stored));
            }
        } catch (EventException.Undecodable e) {
            undecodable = e;
        }
    }

    private void take(DomainEvent event) {
        if (event instanceof MemberEnrolled enrolled) {
            members.add(enrolled.member());
        } else if (event instanceof TeamFormed formed) {
            formed.members().stream().map(FoundingMember::member).forEach(members::add);
        }
    }
}
