"""From records to lanes and bars. Only this folder knows both sides."""
