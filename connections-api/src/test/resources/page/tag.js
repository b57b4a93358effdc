// stands for the website tag
