package vn.soto.contracts.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of an account with what the header of its commit says.
 *
 * @param by account that sent the command; absent if the product did on its own machine
 * @param at time of the commit
 */
public record AccountAct(AccessEvent event, @Nullable String by, Instant at) {}
