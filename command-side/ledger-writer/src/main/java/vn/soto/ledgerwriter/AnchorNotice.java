package vn.soto.ledgerwriter;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.sqlite.Anchor;

/** Tells of an anchor that says nothing, which stops no start. */
public final class AnchorNotice {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorNotice.class);

    private AnchorNotice() {}

    /** @param anchor the file */
    public static void ifEmpty(Path anchor) {
        if (Anchor.isEmpty(anchor)) {
            LOG.warn(
                    "Tệp neo {} trống, như sau khi mất điện; lần khởi động này không biết phần cuối có bị mất không / the anchor {} is empty, as"
                            + " after a loss of power; whether the end was lost is unknown to this start",
                    anchor,
                    anchor);
        }
    }
}
