"""What people see: cards made from domain records, without a callback in them."""
