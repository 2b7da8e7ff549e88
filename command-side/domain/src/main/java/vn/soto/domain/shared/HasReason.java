package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;

/** A command that may say why; the reason is kept in the commit, not in its events. */
public interface HasReason extends Command {

    @Nullable
    String reason();
}
