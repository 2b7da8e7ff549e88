package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.source.EventContext;

/** The records of a team in the documents of a batch. A restated one is judged, because a correction may leave it behind. */
final class JudgedRecords extends RestingRecords<RestingRow> {

    private final String team;
    private final EventContext at;
    private final Batch batch;

    JudgedRecords(TeamId team, EventContext at, Batch batch) {
        super(team);
        this.team = team.value();
        this.at = at;
        this.batch = batch;
    }

    private RestingDocuments documents(RestingKind kind) {
        return new RestingDocuments(team, kind, batch);
    }

    @Override
    protected Optional<RestingRow> find(RestingKind kind, String record, @Nullable LocalDate likely) {
        return documents(kind).find(record, likely == null ? VietnamTime.day(at.at()) : likely, at.position());
    }

    @Override
    protected LocalDate day(RestingRow row) {
        return row.day();
    }

    @Override
    protected List<MemberId> members(RestingRow row) {
        return row.members();
    }

    @Override
    protected void begin(RestingRecord now) {
        documents(now.kind()).put(RestingRow.of(now, at.position()));
    }

    @Override
    protected void restate(RestingKind kind, RestingRow was, @Nullable RestingRecord now) {
        RestingRow row = now == null ? null : RestingRow.of(now, at.position());
        documents(kind).put(was.goneAt(at.position()));
        if (row != null) {
            documents(kind).put(row);
        }
        new RecordJudge(team, at, batch).judge(kind, was, row, RestingRule.ALL);
    }
}
