/** Forms of commands, made from the commands' own descriptions. */
@NullMarked
package vn.soto.page.command;

import org.jspecify.annotations.NullMarked;
