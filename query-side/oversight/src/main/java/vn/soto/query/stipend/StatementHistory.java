package vn.soto.query.stipend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementApproved;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.ledger.Commit;

/** The versions of a stipend statement and who approved them, oldest first. */
final class StatementHistory {

    private final List<Version> versions = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();

    record Version(StipendStatementComputed computed, Commit commit) {

        /** The name of the statement. */
        String id() {
            return StipendStatements.id(computed.unit().value(), computed.period());
        }
    }

    record Approval(StipendStatementApproved approved, Commit commit) {}

    void add(StipendStatementEvent event, Commit commit) {
        switch (event) {
            case StipendStatementComputed computed -> versions.add(new Version(computed, commit));
            case StipendStatementApproved approved -> approvals.add(new Approval(approved, commit));
        }
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    Optional<Version> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    Optional<Version> version(long number) {
        return versions.stream()
                .filter(version -> version.computed().version() == number)
                .findFirst();
    }

    Optional<Approval> approval(Version version) {
        return approvals.stream()
                .filter(approval ->
                        approval.approved().version() == version.computed().version())
                .findFirst();
    }

    /** Whether a later version replaces it. */
    private boolean replaced(Version version) {
        return latest().filter(version::equals).isEmpty();
    }

    StatementState state(Version version) {
        if (replaced(version)) {
            return StatementState.REPLACED;
        }
        return approval(version).isPresent() ? StatementState.APPROVED : StatementState.WAITING_FOR_APPROVAL;
    }
}
