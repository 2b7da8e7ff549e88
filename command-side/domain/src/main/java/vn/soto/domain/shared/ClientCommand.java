package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.soto.contracts.access.Role;

/**
 * Declares how clients issue a command; endpoints, batches, permissions and documentation are derived from it.
 *
 * <p>{@code as} is the name in requests and commits, such as {@code form-team}; it never changes. {@code at} is the
 * resource below {@code /api/} that accepts the command. Names in braces are components of the command taken from the
 * address; the other components are the request's body. A target that is neither in the address nor in the body is the
 * command's id. So a created aggregate has the id of the command that created it. {@code at} is empty for a command
 * that only the system itself issues. {@code by} are the roles that may issue it, besides the administrator, who may
 * issue all commands. {@code own} are further roles that may issue it about records of their own, see
 * {@link OwnRecord}. A {@code heavy} command takes a core for seconds, and waits for a place.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ClientCommand {

    String as();

    String at();

    Role[] by() default {};

    Role[] own() default {};

    boolean heavy() default false;
}
