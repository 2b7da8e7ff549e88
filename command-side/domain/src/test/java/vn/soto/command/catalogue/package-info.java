@NullMarked
package vn.soto.command.catalogue;

import org.jspecify.annotations.NullMarked;
