package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * A command that may state a reason; the commit holds the reason, its events do not. A client's reason is
 * {@link vn.soto.contracts.shared.Text#normalised} when its command is read.
 */
public interface HasReason extends Command {

    @Nullable
    String reason();
}
