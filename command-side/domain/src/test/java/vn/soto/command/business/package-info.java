@NullMarked
package vn.soto.command.business;

import org.jspecify.annotations.NullMarked;
