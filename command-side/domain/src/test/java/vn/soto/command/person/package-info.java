@NullMarked
package vn.soto.command.person;

import org.jspecify.annotations.NullMarked;
