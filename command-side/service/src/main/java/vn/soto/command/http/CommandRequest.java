package vn.soto.command.http;

import java.util.Set;
import java.util.UUID;
import vn.soto.command.shared.Role;

/**
 * Who asks, and under which id.
 *
 * @param id          header {@code Idempotency-Key}, a UUID; made here when absent and returned in the answer
 * @param actor       name of the authenticated principal
 * @param correlation header {@code Correlation-Id}, at most 64 characters; the command's id when absent
 */
record CommandRequest(UUID id, String actor, Set<Role> roles, String correlation) {}
