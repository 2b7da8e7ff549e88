package vn.soto.query.support;

import java.util.ArrayList;
import java.util.List;
import vn.soto.query.support.QueueRow.Entry;

/** Requests in a queue, oldest first. */
public record OpenRequests(List<Entry> entries) {

    static final OpenRequests NONE = new OpenRequests(List.of());

    OpenRequests after(QueueRow row) {
        List<Entry> after = new ArrayList<>(entries.size() + 1);
        after.addAll(entries);
        after.removeIf(entry -> entry.received() == row.entry().received());
        if (row.enters()) {
            int place = after.size();
            while (place > 0 && after.get(place - 1).received() > row.entry().received()) {
                place--;
            }
            after.add(place, row.entry());
        }
        return new OpenRequests(List.copyOf(after));
    }
}
