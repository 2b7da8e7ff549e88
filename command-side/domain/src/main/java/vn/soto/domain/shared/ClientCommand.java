package vn.soto.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How clients issue a command: endpoints, batches, permissions and documentation are made from it.
 *
 * <p>{@code as} is the name under which clients send it and commits record it, such as {@code form-team}; it never
 * changes. {@code at} is the resource it is posted to, below {@code /api/}; names in braces are components of the command
 * taken from there, the other components are the request's body. A target that is neither gets the command's id: what a
 * command creates is known by the command that created it. An empty {@code at} is that of a command only the system
 * itself issues. {@code by} are the roles that may issue it, beside the
 * administrator, who may issue all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ClientCommand {

    String as();

    String at();

    Role[] by() default {};
}
