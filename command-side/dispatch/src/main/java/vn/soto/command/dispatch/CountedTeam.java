package vn.soto.command.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.TeamParts;
import vn.soto.contracts.team.TeamId;

/**
 * How far the events of a team are counted, and what is kept of it beside its numbered and monthly parts.
 *
 * @param last  last of its commits that is counted
 * @param parts absent if nothing of it counts
 */
record CountedTeam(long last, Optional<TeamParts> parts) {

    /** As {@link #of} reads it. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(last);
            if (parts.isPresent()) {
                TeamParts known = parts.get();
                out.writeLong(known.last());
                out.writeInt(known.full());
                out.writeInt(known.months().size());
                for (YearMonth month : known.months()) {
                    out.writeUTF(month.toString());
                }
                out.write(known.open().bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static CountedTeam of(TeamId team, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long last = in.readLong();
            if (in.available() == 0) {
                return new CountedTeam(last, Optional.empty());
            }
            long position = in.readLong();
            int full = in.readInt();
            int size = in.readInt();
            List<YearMonth> months = new ArrayList<>();
            while (months.size() < size) {
                months.add(YearMonth.parse(in.readUTF()));
            }
            CountedEvents open = CountedEvents.of(in.readAllBytes());
            return new CountedTeam(last, Optional.of(new TeamParts(team, position, full, months, open)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
